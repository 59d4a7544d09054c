import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The way to a server, which a test can cut, block and open again. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  private isFrozen = false;
  private server: Server | undefined;
  private ownPort = 0;

  private constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  static async to(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url);
    const proxy = new TcpProxy({ host: hostname, port: Number(port || '5432') });
    await proxy.open();
    return proxy;
  }

  /** The same address, by way of this. */
  urlFor(url: string): string {
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String(this.ownPort);
    return through.href;
  }

  /** As if the server had come back under its address. */
  async open(): Promise<void> {
    const server = createServer({ allowHalfOpen: false }, socket => this.join(socket));
    this.server = server;
    await new Promise<void>(resolve => server.listen(this.ownPort, '127.0.0.1', resolve));
    this.ownPort = (server.address() as AddressInfo).port;
  }

  /** As if the server had gone: what is connected is cut off, and nobody gets through. */
  async close(): Promise<void> {
    const closed = new Promise(resolve => this.server?.close(resolve));
    this.cut();
    await closed;
  }

  /** Cuts off what is connected; who connects anew gets through. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  /** As if the server, or the network, had fallen silent: whoever connects is connected, and nothing is answered. */
  freeze(): void {
    this.isFrozen = true;
    for (const socket of this.sockets) socket.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    for (const socket of this.sockets) socket.resume();
  }

  private join(client: Socket): void {
    const server = connect(this.target);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(one);
      one.on('data', bytes => other.write(bytes));
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      if (this.isFrozen) one.pause();
    }
  }
}

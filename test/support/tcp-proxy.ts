import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A TCP proxy to a server that a test can cut, block and open again. */
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

  /** The URL with the address of this proxy. */
  urlFor(url: string): string {
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String(this.ownPort);
    return through.href;
  }

  /** Simulates the return of the server. */
  async open(): Promise<void> {
    const server = createServer({ allowHalfOpen: false }, socket => this.join(socket));
    this.server = server;
    await new Promise<void>(resolve => server.listen(this.ownPort, '127.0.0.1', resolve));
    this.ownPort = (server.address() as AddressInfo).port;
  }

  /** Simulates the loss of the server: closes connections and accepts none. */
  async close(): Promise<void> {
    const closed = new Promise(resolve => this.server?.close(resolve));
    this.cut();
    await closed;
  }

  /** Closes existing connections; new ones are forwarded. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
  }

  /** Simulates a silent server or network: accepts connections, but answers nothing. */
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

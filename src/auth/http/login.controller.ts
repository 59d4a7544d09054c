import { Controller } from '@nestjs/common';
import { AppConfig } from '../../config/app-config';
import { Action, Input, type RequestState, State } from '../../http/action';
import { Clock } from '../../shared/clock';
import { LogIn } from '../application/log-in';
import { LoginReq, LoginResp } from './login.dto';

@Controller()
export class LoginController {
  constructor(
    private readonly logIn: LogIn,
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  @Action('POST login', {
    summary: 'Get a token',
    description:
      'Gives a token for a login and its API key. The token lives 20 seconds from now, however often it is used, and authorises any number of calls in that time.',
    tag: 'Log in',
    request: LoginReq,
    response: LoginResp,
    requires: 'open',
    errors: ['LoginUnknown', 'KeyInvalid'],
  })
  async login(@Input() { UserLogin, ApiKey }: LoginReq, @State() state: RequestState): Promise<LoginResp> {
    const sent = { login: UserLogin, apiKey: ApiKey, address: state.address };
    const token = await this.logIn.execute(sent, login => (state.user = login));
    return {
      Token: token,
      ExpireInSec: Math.round(this.config.tokenTtlMs / 1000),
      ExpireDate: new Date(this.clock.now().getTime() + this.config.tokenTtlMs),
    };
  }
}

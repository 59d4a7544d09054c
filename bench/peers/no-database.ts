import { Body, Controller, HttpCode, Module, Post, UseGuards } from '@nestjs/common';
import { EndBody, listen, LoginController, TokenGuard, Tokens } from './nest';

/** The upper bound: Nest answers a validated POST and stores nothing. */
@Controller('visit')
export class VisitController {
  @Post('end')
  @HttpCode(200)
  @UseGuards(TokenGuard)
  end(@Body() { VisitId, Reason }: EndBody) {
    return { Visit: { VisitId, State: 7, Reason, ValidTo: new Date() } };
  }
}

@Module({ controllers: [LoginController, VisitController], providers: [Tokens, TokenGuard] })
class NoDatabaseModule {}

void listen(NoDatabaseModule);

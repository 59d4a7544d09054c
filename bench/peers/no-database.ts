import { Body, Controller, HttpCode, Module, Post, UseGuards } from '@nestjs/common';
import { EndBody, listen, LoginController, TokenGuard, Tokens } from './nest';

/** The ceiling: what Nest takes to answer a validated POST about nothing. */
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

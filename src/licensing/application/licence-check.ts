import { Injectable } from '@nestjs/common';
import type { Agenda } from '../../shared/agenda';
import { Clock } from '../../shared/clock';
import { AppError } from '../../shared/errors/app-error';
import { licenceStatus, type LicenceStatus } from '../domain/licence';
import { LicenceSource } from './ports';

/** Checks the current licence, so that its first and last day take effect without a restart. */
@Injectable()
export class LicenceCheck {
  constructor(
    private readonly source: LicenceSource,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NotLicensed */
  require(agenda: Agenda): void {
    if (!this.current().agendas.includes(agenda)) throw new AppError('NotLicensed');
  }

  current(): LicenceStatus {
    return licenceStatus(this.source.current(), this.clock.now());
  }
}

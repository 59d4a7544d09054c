import { SetMetadata } from '@nestjs/common';

export const OPEN = 'gatehouse:open';

/** A route without a token that is no action of the contract: health and metrics. Listed in the route audit. */
export const Open = () => SetMetadata(OPEN, true);

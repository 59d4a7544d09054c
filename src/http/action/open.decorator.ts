import { SetMetadata } from '@nestjs/common';

export const OPEN = 'gatehouse:open';

/** A route that asks for no token and is no action of the contract: health and metrics. Listed in the route audit. */
export const Open = () => SetMetadata(OPEN, true);

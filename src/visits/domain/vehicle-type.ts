import { enumeration } from '../../shared/enumeration';

/** What a visitor comes with, with the values of the contract. */
export const VehicleType = { Personal: 0, Truck: 1, Motorcycle: 2, Trailer: 3, Other: 4 } as const;

export type VehicleType = (typeof VehicleType)[keyof typeof VehicleType];

export const vehicleTypes = enumeration('VehicleType', 'Kind of vehicle', VehicleType, {
  Personal: 'a personal car',
  Truck: 'a truck',
  Motorcycle: 'a motorcycle',
  Trailer: 'a trailer',
  Other: 'another vehicle',
});

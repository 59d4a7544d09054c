import { Entity } from 'typeorm';
import { FlagColumn, InstantColumn, JsonColumn, KeyColumn, TextColumn } from '../../database';
import type { Privileges, RecordPermissions } from '../../shared/caller';
import type { User } from '../domain/user';

@Entity('user')
export class UserRow implements User {
  @KeyColumn(36) id: string;
  @TextColumn(100, { unique: true }) login: string;
  @TextColumn(64) keyDigest: string;
  @FlagColumn() blocked: boolean;
  @TextColumn(4000) ipFilter: string;
  @TextColumn(20, { nullable: true }) ratePolicy: string | null;
  @JsonColumn() privileges: Privileges;
  @JsonColumn() recordPermissions: RecordPermissions;
  @InstantColumn() createdAt: Date;
  @InstantColumn() updatedAt: Date;
}

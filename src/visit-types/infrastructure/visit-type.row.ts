import { Entity, JoinTable, ManyToMany, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, TextColumn } from '../../database';
import { ActivityTypeRow } from './activity-type.row';

@Entity('visit_type')
export class VisitTypeRow {
  @PrimaryGeneratedColumn() seq: number;
  @TextColumn(100, { unique: true }) title: string;
  @TextColumn(30) shortcut: string;
  @FlagColumn() escortRequired: boolean;
  @ManyToMany(() => ActivityTypeRow)
  @JoinTable({
    name: 'visit_type_activity',
    joinColumn: { name: 'visit_type_seq' },
    inverseJoinColumn: { name: 'activity_type_seq' },
  })
  requiredActivities?: ActivityTypeRow[];
}

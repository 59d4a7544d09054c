import { Module } from '@nestjs/common';
import { DirectoryStore } from './infrastructure/directory-store';

@Module({ providers: [DirectoryStore], exports: [DirectoryStore] })
export class DirectoryModule {}

import { Instant, Integer, Text } from '../../http/fields';

export class LoginReq {
  @Text({
    description: 'The login of the calling system or user',
    min: 1,
    max: 4000,
    trim: true,
    example: 'reception',
  })
  UserLogin: string;
  @Text({
    description: 'Its API key: base64 of at least 16 random bytes',
    min: 1,
    max: 4000,
    trim: true,
    example: 'hDn/LFXIPESM036W+s7VKg==',
  })
  ApiKey: string;
}

export class LoginResp {
  @Text({
    description: 'To be sent with every action: a GUID of 128 random bits, so not a UUID of any version',
    min: 36,
    max: 36,
    pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    example: '3f0c9d5e-8a53-4c3e-9a43-1f5b6f1e7a10',
  })
  Token: string;
  @Integer({ description: 'Life of the token in seconds, from now', min: 1, max: 86_400, example: 20 })
  ExpireInSec: number;
  @Instant({ description: 'End of its life, UTC', example: '2026-11-23T15:46:20.000Z' }) ExpireDate: Date;
}

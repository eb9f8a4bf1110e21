import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsAddress } from '../common/constraints.dto.js';
import { PASSWORD_MAX, PASSWORD_MIN } from '../passwords/rule.js';
import { PersonDto } from '../users/person.dto.js';
import type { SignedIn } from './sign-in.service.js';

export class SignInDto {
  @ApiProperty({ example: 'agent@demo' })
  @IsString()
  @Length(1, 254)
  email!: string;

  @ApiProperty({ example: 'stepwise' })
  @IsString()
  @Length(1, PASSWORD_MAX)
  password!: string;
}

export class SetupDto {
  @ApiProperty({ description: 'From the link that the first start prints', example: 'kJ8s…' })
  @IsString()
  @Length(1, 200)
  token!: string;

  @ApiProperty({ example: 'owner@shop.example' })
  @IsString()
  @Length(3, 254)
  @IsAddress()
  email!: string;

  @ApiProperty({ example: '王芳' })
  @IsString()
  @Length(1, 120)
  name!: string;

  @ApiProperty({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, example: 'correct horse battery' })
  @IsString()
  @Length(PASSWORD_MIN, PASSWORD_MAX)
  password!: string;
}

export class OwnPasswordDto {
  @ApiProperty({ description: 'The one that counts until now', example: 'stepwise' })
  @IsString()
  @Length(1, PASSWORD_MAX)
  current!: string;

  @ApiProperty({ minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX, example: 'correct horse battery' })
  @IsString()
  @Length(PASSWORD_MIN, PASSWORD_MAX)
  password!: string;
}

export class SignedInDto {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`', example: 'eyJhbGciOiJIUzI1NiJ9…' })
  accessToken!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-22T09:30:00.000Z' })
  expiresAt!: string;

  @ApiProperty({ type: PersonDto })
  user!: PersonDto;

  @ApiProperty({
    description:
      'An administrator set the password: only PUT /api/me/password is open until they set their own',
    example: false,
  })
  passwordChangeRequired!: boolean;
}

/** The answer to a sign-in as it goes over the wire. */
export function renderSignedIn(signedIn: SignedIn): SignedInDto {
  const { accessToken, expiresAt, user, passwordChangeRequired } = signedIn;
  return { accessToken, expiresAt: new Date(expiresAt).toISOString(), user, passwordChangeRequired };
}

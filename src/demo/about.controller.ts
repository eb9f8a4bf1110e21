import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { NotAudited } from '../audit/audited.decorators.js';
import { Config } from '../config.js';
import { PeopleService } from '../people/people.service.js';
import { Public } from '../people/access/access.decorators.js';
import { ROLES, type Role } from '../people/common/model.js';
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people-data.js';

class DemoPersonAnswer {
  @ApiProperty({ example: 'agent@demo' })
  email!: string;

  @ApiProperty({ enum: ROLES, isArray: true, example: ['agent'] })
  roles!: Role[];
}

class DemoAnswer {
  @ApiProperty({ description: 'Of every demo person', example: DEMO_PASSWORD })
  password!: string;

  @ApiProperty({ type: [DemoPersonAnswer], description: 'One for each kind of day' })
  people!: DemoPersonAnswer[];
}

class AboutAnswer {
  @ApiProperty({ type: DemoAnswer, nullable: true, description: 'Null when the demo is off' })
  demo!: DemoAnswer | null;

  @ApiProperty({
    description:
      'Nobody can sign in yet: the link that the server prints when it starts creates the administrator',
    example: false,
  })
  setupNeeded!: boolean;
}

const DOORS = ['agent@demo', 'lead@demo', 'designer@demo', 'manager@demo', 'admin@demo'];

/** What a stranger may know before the sign-in. */
@NotAudited('what the installation is')
@ApiTags('about')
@Controller('about')
export class AboutController {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Whether this is a demo, who may be signed in as, and whether anybody can sign in at all',
  })
  @ApiOkResponse({ type: AboutAnswer })
  async about(): Promise<AboutAnswer> {
    if (!this.config.demo) return { demo: null, setupNeeded: await this.people.isSetupNeeded() };
    const people = DEMO_PEOPLE.filter(({ email }) => DOORS.includes(email));
    people.sort((a, b) => DOORS.indexOf(a.email) - DOORS.indexOf(b.email));
    return {
      demo: {
        password: DEMO_PASSWORD,
        people: people.map(({ email, roles }) => ({ email, roles: [...roles] })),
      },
      setupNeeded: false,
    };
  }
}

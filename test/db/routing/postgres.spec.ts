import { deskContract } from './desk-contract.js';

deskContract('PostgreSQL', undefined);

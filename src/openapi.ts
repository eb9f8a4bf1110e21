import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The contract of the HTTP interface, made from the controllers. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Stepwise')
    .setDescription(
      'SOPs as statecharts, and the tickets that walk them. Errors are application/problem+json.',
    )
    .setVersion('0.2.0')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, info);
}

/** /api/openapi.json, and /api/docs to read it; made when somebody first asks. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'Stepwise',
    swaggerOptions: { validatorUrl: null },
  });
}

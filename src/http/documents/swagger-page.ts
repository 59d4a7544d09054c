/** The page of Swagger UI. Its script is in a file, because the security policy forbids inline scripts. */
export function swaggerPage(basePath: string): string {
  const folder = `${basePath}/swagger`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Gatehouse</title>
    <link rel="icon" type="image/svg+xml" href="${folder}/icon.svg">
    <link rel="stylesheet" href="${folder}/swagger-ui.css">
    <link rel="stylesheet" href="${folder}/gatehouse.css">
  </head>
  <body>
    <header class="bar">
      <img src="${folder}/icon.svg" alt="">
      <strong>Gatehouse</strong>
      <a href="${basePath}/openapi.json">OpenAPI document</a>
      <a href="${basePath}/schema.xsd">XML Schema</a>
    </header>
    <div id="swagger-ui"></div>
    <script src="${folder}/swagger-ui-bundle.js"></script>
    <script src="${folder}/start.js"></script>
  </body>
</html>
`;
}

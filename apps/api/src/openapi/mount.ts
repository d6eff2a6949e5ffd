import { createRequire } from "node:module";
import { dirname } from "node:path";
import express, { type Express } from "express";
import { routes } from "../routes.ts";
import { openApiDocument } from "./document.ts";

/** The document at /api/v1/openapi.json, and pages to browse it at /api/docs. */
export function mountOpenApi(app: Express): void {
  const document = JSON.stringify(openApiDocument(routes.map(({ endpoint }) => endpoint)));
  app.get("/api/v1/openapi.json", (_request, response) => {
    response.type("application/json").send(document);
  });
  const files = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  app.get("/api/docs", (_request, response) => {
    response.type("html").send(page);
  });
  app.get("/api/docs/start.js", (_request, response) => {
    response.type("text/javascript").send(start);
  });
  app.use("/api/docs", express.static(files, { index: false }));
}

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口文档</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="swagger-ui"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#swagger-ui", deepLinking: true, docExpansion: "none", defaultModelsExpandDepth: -1 });
`;

# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY shared/package.json shared/
COPY client/package.json client/
COPY server/package.json server/

FROM manifests AS web-app
RUN npm ci
COPY . .
RUN npm run build

# Only what the server needs to run.
FROM manifests AS modules
RUN npm ci --omit=dev --workspace=server --workspace=shared

FROM node:24-bookworm-slim
# libuv's threads serve both password hashing and the database.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATA_DIR=/data UV_THREADPOOL_SIZE=8
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY package.json ./
COPY shared shared
COPY server/package.json server/
COPY server/src server/src
COPY --from=web-app /app/client/dist client/dist
RUN mkdir /data /backups && chown node:node /data /backups
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "require(process.env.TLS_CERT ? 'https' : 'http').get({ port: process.env.PORT, path: '/health/ready', rejectUnauthorized: false }, reply => process.exit(reply.statusCode === 200 ? 0 : 1)).on('error', () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "server/src/main.ts"]

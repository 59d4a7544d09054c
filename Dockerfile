# Two stages build, the third runs. The build needs no secrets, and the image contains none.
FROM node:20-bookworm-slim AS dependencies
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Only sqlite3 has to be built. It is compiled from its source with the headers of this Node, so that neither a prebuilt
# binary nor headers are downloaded. Files that only the compiler needs are removed.
RUN npm ci --omit=dev --ignore-scripts \
  && node_modules/.bin/node-gyp rebuild --directory=node_modules/sqlite3 --nodedir=/usr/local \
  && find node_modules/sqlite3/build -type f ! -path '*/Release/node_sqlite3.node' -delete \
  && rm -rf node_modules/sqlite3/deps

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:20-bookworm-slim
# Returns more unused memory to the system. By default, glibc has eight arenas per core and keeps the memory of large bodies
# and photos.
ENV MALLOC_ARENA_MAX=2 \
  MALLOC_MMAP_THRESHOLD_=262144 \
  NODE_ENV=production \
  HOST=0.0.0.0 \
  DATABASE_URL=sqlite:/var/lib/gatehouse/gatehouse.sqlite
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
RUN install -d -o node -g node -m 0700 /var/lib/gatehouse
VOLUME /var/lib/gatehouse
# The user `node` of the base image, by number, so that tools can check that it is not root.
USER 1000:1000
EXPOSE 3000
# Runs inside the container: if IP_FILTER is set, it has to allow 127.0.0.1.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "dist/cli.js", "health"]
# Requests in flight are finished within 9 s: the kill timeout has to be longer.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node"]
CMD ["dist/main.js"]

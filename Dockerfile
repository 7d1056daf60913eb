# One image for every role. Not exercised where it was written, which has no Docker engine: its steps were run by hand.
# Node 24 runs the TypeScript as it is: nothing is built, only what is needed at run time is installed.
# Its version is that of the `node` package, with which the tests ran.
FROM node:24.21.0-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json manifest.json ./
COPY commands commands
COPY samples samples
COPY src src
# The archive of one machine, where DATABASE_URL names no server; as the volume is made from it, it belongs to the user too.
RUN mkdir data && chown node:node data
VOLUME /app/data
USER node
# Who may reach it is for whoever publishes the port to say.
ENV HOST=0.0.0.0 PORT=3000
EXPOSE 3000
# Whether the process in this container is at work on the archive.
HEALTHCHECK --interval=60s --timeout=20s --start-period=60s CMD ["node", "src/main.ts", "healthy"]
# In exec form, so that SIGTERM reaches the bot: it finishes the parts in hand and ends within ten seconds.
ENTRYPOINT ["node", "src/main.ts"]
CMD ["run"]

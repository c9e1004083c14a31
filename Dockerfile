# Builds from a clean checkout: docker build -t redress .
# Runs with its own database: docker run -p 8080:8080 -v redress-data:/data redress
# or on a server: docker run -p 8080:8080 -e DB_URL=jdbc:postgresql://… -e DB_USERNAME=… -e DB_PASSWORD=… redress
# The build stage is Debian with Node, since Debian's own Node is too old for the web client.
FROM node:22-bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jdk-headless maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN mvn -B -DskipTests package
# Of the database programs of six systems the image keeps its own. For another processor: docker build --platform linux/arm64.
# What the Java machine learnt of the program is valid where it learnt it.
RUN cp -a target/quarkus-app /opt/redress \
    && node src/main/launch/one-system.js /opt/redress \
    && node src/main/launch/train.js java /opt/redress

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 redress \
    && install -d -m 700 -o redress -g redress /data
COPY --from=build /opt/redress /opt/redress
USER redress
WORKDIR /opt/redress
ENV LANG=C.UTF-8 QUARKUS_HTTP_HOST=0.0.0.0 REDRESS_DATA=/data
VOLUME /data
EXPOSE 8080
# The first start unpacks the database and makes it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD curl -fsS http://127.0.0.1:8080/q/health/ready || exit 1
# The program itself gets the signals: it stops its database after the last request. Allow it docker stop -t 30.
ENTRYPOINT ["java", "@redress.options", "-jar", "quarkus-run.jar"]

# The action's image: a Java with only the modules that are needed, the C library, the program.
# No shell, no package manager.
#
# Pinned by tag. Pin it by digest (tag@sha256:...) in a release, where the digest can be looked up.
ARG BUILD_IMAGE=maven:3.9-eclipse-temurin-25

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY . .
# Neither tests nor the formatter: CI has run both on this commit.
RUN mvn -B -q -Dmaven.test.skip=true -Dexec.skip=true -Dmdep.skip=true package

# java.management is for JGit, java.xml for Jackson, jdk.httpserver for the sandbox. jdeps lists more,
# for parts of the libraries that are not used; the demonstration below shows that these are enough.
# Uncompressed: a layer is compressed as a whole, and better.
RUN "$(dirname "$(readlink -f "$(command -v javac)")")/jlink" \
      --add-modules java.base,java.management,java.net.http,java.xml,jdk.httpserver \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress=zip-0 \
      --output /image/opt/java

# The parts of the C library that Java loads, with their licence and what scanners look for.
RUN set -eu; \
    for library in $(ldd /image/opt/java/bin/java /image/opt/java/lib/*.so /image/opt/java/lib/server/libjvm.so \
        | sed -n -e 's/.*=> \(\/[^ ]*\).*/\1/p' -e 's/^\t\(\/[^ ]*\) (.*/\1/p' | grep -v '^/image/' | sort -u); do \
      mkdir -p "/image$(dirname "$library")"; \
      cp -L "$library" "/image$library"; \
    done; \
    mkdir -p /image/usr/share/doc/libc6 /image/var/lib/dpkg/status.d /image/opt/sigma-dm /image/etc /image/tmp /image/root; \
    cp /usr/share/doc/libc6/copyright /image/usr/share/doc/libc6/; \
    dpkg-query --status libc6 > /image/var/lib/dpkg/status.d/libc6; \
    chmod 1777 /image/tmp; \
    echo 'root:x:0:0:root:/root:/sbin/nologin' > /image/etc/passwd; \
    echo 'root:x:0:' > /image/etc/group; \
    echo 'hosts: files dns' > /image/etc/nsswitch.conf; \
    cp target/sigma-dm.jar LICENSE NOTICE /image/opt/sigma-dm/

# The demonstration runs most of the program; what it loads is kept and halves the start. The cache
# names the jar by size and time, so the time is fixed, and the options have to be those of below.
RUN touch -d @1 /image/opt/sigma-dm/* && \
    /image/opt/java/bin/java -XX:AOTCacheOutput=/image/opt/sigma-dm/sigma-dm.aot \
      -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders \
      -jar /image/opt/sigma-dm/sigma-dm.jar demo > /dev/null && \
    touch -d @1 /image/opt/sigma-dm/sigma-dm.aot

FROM scratch
LABEL org.opencontainers.image.title="sigma-dm-action" \
      org.opencontainers.image.description="Plans and deploys Sigma data models from Git" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=build /image /
ENV LANG=C.UTF-8
# Root, because a container action has to write into the runner's files.
ENTRYPOINT ["/opt/java/bin/java", "-XX:AOTCache=/opt/sigma-dm/sigma-dm.aot", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-XX:-UsePerfData", "-jar", "/opt/sigma-dm/sigma-dm.jar"]

# One static program:  docker build -t musify . && docker run --rm -v "$PWD:/src" musify port .
FROM debian:bookworm AS build
RUN echo "deb http://deb.debian.org/debian-security bookworm-security main" \
    >/etc/apt/sources.list.d/security.list
COPY . /musify
WORKDIR /musify
RUN scripts/setup.sh && cmake --preset package && \
    cmake --build --preset package --target musify && strip build/package/bin/musify

FROM scratch
COPY --from=build /musify/build/package/bin/musify /musify
WORKDIR /src
ENTRYPOINT ["/musify"]

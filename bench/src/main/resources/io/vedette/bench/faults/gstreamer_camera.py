#!/usr/bin/python3
"""One camera on GStreamer's RTSP server, which is told its faults line by line and confirms each.

gstreamer_camera.py PORT; ends with its standard input. Its pictures carry the time at which they
are made as black and white fields (see TimeCode.java).
"""

import os
import random
import sys
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

USER, PASSWORD = "bench", "not-a-secret"
WIDTH, HEIGHT = 640, 384
INTERVAL_MILLIS = 40
WRAP_IN_SECONDS = 8
COLUMNS, ROWS = 10, 4

SOURCE = "appsrc name=pictures is-live=true format=time do-timestamp=true max-bytes=0"
H264 = (
    SOURCE + " ! openh264enc gop-size=50 bitrate=1500000 complexity=low"
    " ! h264parse config-interval=-1 ! breakmydata name=flips set-to=-1"
    " ! rtph264pay pt=96 config-interval=-1 timestamp-offset={offset}"
    " ! identity name=pay0"
)
JPEG = SOURCE + " ! jpegenc ! rtpjpegpay name=pay0 pt=26"
AUDIO = "audiotestsrc is-live=true wave=silence ! audio/x-raw,rate=8000,channels=1 ! alawenc ! rtppcmapay name=pay0 pt=8"

random.seed(1)


def texture(width, height):
    """Grey patches, twice as wide as a picture, row by row."""
    rows = []
    for _ in range(0, height, 8):
        row = b"".join(bytes([random.randrange(64, 192)]) * 8 for _ in range(0, 2 * width, 8))
        rows += [row] * 8
    return rows


class Pictures:
    """Draws I420 pictures of one size."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.rows = texture(width, height)

    def draw(self, millis, number):
        value = millis & 0xFFFFFFFF
        check = (((value + 1) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF) >> 56
        code = value << 8 | check
        field_width, field_height = self.width // COLUMNS, self.height // 3 // ROWS
        lines = []
        for row in range(ROWS):
            line = b"".join(
                (b"\xff" if code >> (row * COLUMNS + column) & 1 else b"\x00") * field_width
                for column in range(COLUMNS)
            )
            lines += [line] * field_height
        shift = number * 2 % self.width
        lines += [row[shift : shift + self.width] for row in self.rows[len(lines) :]]
        return b"".join(lines) + b"\x80" * (self.width * self.height // 2)

    def caps(self):
        return Gst.Caps.from_string(
            f"video/x-raw,format=I420,width={self.width},height={self.height},framerate=25/1"
        )


class Player:
    """Pushes pictures into one media for as long as it lives."""

    def __init__(self, media, camera):
        self.camera, self.size = camera, None
        self.bin = media.get_element()
        self.source = self.bin.get_by_name("pictures")
        self.began, self.number = time.monotonic(), 0
        self.timer = GLib.timeout_add(5, self.tick)
        media.connect("unprepared", self.end)
        camera.players.append(self)

    def tick(self):
        due = int((time.monotonic() - self.began) * 1000 / INTERVAL_MILLIS)
        while self.number <= due:
            self.push(self.number)
            self.number += 1
        return True

    def push(self, number):
        pictures = self.camera.pictures
        if self.size is not pictures:
            self.size = pictures
            self.source.set_property("caps", pictures.caps())
        millis = int(time.time() * 1000)
        self.source.emit("push-buffer", Gst.Buffer.new_wrapped(pictures.draw(millis, number)))

    def end(self, _media):
        GLib.source_remove(self.timer)
        self.camera.players.remove(self)


class Camera:
    LARGE, SMALL = Pictures(WIDTH, HEIGHT), Pictures(WIDTH // 2, HEIGHT // 2)

    def __init__(self, port):
        self.players, self.pictures = [], self.LARGE
        self.server = GstRtspServer.RTSPServer()
        self.server.set_address("127.0.0.1")
        self.server.set_service(port)
        self.show(H264.format(offset=-1))
        self.accept(PASSWORD)
        self.server.attach(None)

    def show(self, launch):
        factory = GstRtspServer.RTSPMediaFactory()
        factory.set_launch(f"( {launch} )")
        factory.set_shared(True)
        factory.connect("media-configure", self.configure)
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)
        self.server.get_mount_points().add_factory("/camera", factory)

    def configure(self, _factory, media):
        if media.get_element().get_by_name("pictures"):
            Player(media, self)

    def accept(self, password):
        token = GstRtspServer.RTSPToken()
        token.set_string("media.factory.role", "viewer")
        auth = GstRtspServer.RTSPAuth()
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(USER, password), token)
        self.server.set_auth(auth)

    def disconnect(self):
        self.server.client_filter(lambda _server, _client: GstRtspServer.RTSPFilterResult.REMOVE)

    def each(self, element, name, value):
        for player in self.players:
            found = player.bin.get_by_name(element)
            if found and found.find_property(name):
                found.set_property(name, value)

    def obey(self, command):
        if command == "clear":
            self.clear()
        elif command == "wrong-password":
            self.accept(PASSWORD + "-any-more")
            self.disconnect()
        elif command == "not-found":
            self.server.get_mount_points().remove_factory("/camera")
            self.disconnect()
        elif command == "codec-change":
            self.show(JPEG)
            self.disconnect()
        elif command == "resolution-change":
            self.pictures = self.SMALL
        elif command == "timestamp-wrap":
            self.show(H264.format(offset=(1 << 32) - WRAP_IN_SECONDS * 90000))
        elif command == "udp-loss-30":
            self.each("pay0", "drop-probability", 0.3)
        elif command == "bit-flips":
            self.each("flips", "probability", 0.001)
        elif command == "audio-only":
            self.show(AUDIO)
            self.disconnect()
        else:
            raise ValueError(command)

    def clear(self):
        self.pictures = self.LARGE
        self.accept(PASSWORD)
        self.each("pay0", "drop-probability", 0)
        self.each("flips", "probability", 0)
        self.show(H264.format(offset=-1))


def main():
    Gst.init(None)
    camera, loop = Camera(sys.argv[1]), GLib.MainLoop()
    pending = b""

    def read(descriptor, _condition):
        nonlocal pending
        more = os.read(descriptor, 4096)
        if not more:
            loop.quit()
            return False
        *lines, pending = (pending + more).split(b"\n")
        for line in lines:
            camera.obey(line.decode())
            print("ok", line.decode(), flush=True)
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, read)
    print("ready", flush=True)
    loop.run()


main()

"""A video that does not end while it is measured: the given one, again and again in one file."""

from pathlib import Path

import av

MOST_PER_SECOND = 1000


def looped(video: Path, seconds: int, folder: Path) -> Path:
    """Writes it without coding anything anew, long enough for that many seconds at any rate."""
    target = folder / f"looped{video.suffix}"
    written = 0
    offset = 0
    with av.open(str(target), "w") as output:
        stream = None
        while written < seconds * MOST_PER_SECOND:
            with av.open(str(video)) as source:
                video_stream = source.streams.video[0]
                if stream is None:
                    stream = output.add_stream_from_template(video_stream, opaque=True)
                end = offset
                for packet in source.demux(video_stream):
                    if packet.dts is None:
                        continue
                    packet.pts += offset
                    packet.dts += offset
                    end = max(end, packet.pts + packet.duration, packet.dts + packet.duration)
                    packet.stream = stream
                    output.mux(packet)
                    written += 1
                offset = end
    return target

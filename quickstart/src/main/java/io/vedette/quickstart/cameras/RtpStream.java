package io.vedette.quickstart.cameras;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vedette.quickstart.cameras.rtp.RtpFormat;
import io.vedette.quickstart.cameras.rtp.RtpHeader;
import io.vedette.quickstart.cameras.rtp.RtpUnit;
import io.vedette.quickstart.cameras.rtp.SenderReport;
import io.vedette.quickstart.cameras.rtsp.RtpTransport;
import io.vedette.sources.ffmpeg.AccessUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The RTP packets and sender reports of one session, with the faults that are within packets: lost
 * and corrupted ones, wrong timestamps and clocks. Used in the event loop of its connection.
 */
final class RtpStream {

    private static final long REPORT_INTERVAL = MediaTime.seconds(5);
    private static final long NANOS_PER_MICRO = 1000;

    private final RtpTransport transport;
    private final RtpFormat format;
    private final String name;
    private final int source = ThreadLocalRandom.current().nextInt();
    private @Nullable Long offset;
    private int sequence = ThreadLocalRandom.current().nextInt(1 << 16);
    private long packets;
    private long octets;
    private long nextReport = Long.MIN_VALUE;

    /**
     * A stream with random beginnings, as RFC 3550 wants it.
     *
     * @param name canonical name of the sender
     */
    RtpStream(RtpTransport transport, RtpFormat format, String name) {
        this.transport = transport;
        this.format = format;
        this.name = name;
    }

    int source() {
        return source;
    }

    /** Where it is, as a header {@code RTP-Info} says, if the picture of that time is next. */
    String position(long ticks, Faults faults) {
        return "seq=%d;rtptime=%d"
                .formatted(sequence & 0xFFFF, timestamp(ticks, faults) & 0xFFFF_FFFFL);
    }

    /** Sends one picture, after a report if it is time for one. */
    void send(RtpUnit unit, long ticks, Faults faults) {
        long now = MediaTime.now();
        if (now >= nextReport) {
            nextReport = now + REPORT_INTERVAL;
            report(now, ticks, faults);
        }
        long timestamp = timestamp(ticks, faults);
        double lost = faults.get(Fault.LosePackets.class).map(Fault.LosePackets::share).orElse(0.);
        double corrupted =
                faults.get(Fault.CorruptBytes.class).map(Fault.CorruptBytes::share).orElse(0.);
        for (int i = 0; i < unit.packets(); i++) {
            boolean marker = i == unit.packets() - 1;
            if (lost == 0 || !happens(lost)) {
                send(unit, i, marker, timestamp, corrupted);
            }
            sequence++;
        }
        transport.flush();
    }

    private void send(RtpUnit unit, int packet, boolean marker, long timestamp, double corrupted) {
        ByteBuf head = transport.head(unit.length(packet));
        RtpHeader.write(head, format.payloadType(), marker, sequence, timestamp, source);
        ByteBuf payload = unit.payload(packet);
        transport.send(head, corrupted > 0 ? corrupt(payload, corrupted) : payload);
        packets++;
        octets += unit.length(packet);
    }

    /** Sends the first half of a packet, of which its length says that it is whole. */
    void cut(RtpUnit unit, Faults faults) {
        ByteBuf head = transport.head(unit.length(0));
        long timestamp = timestamp(unit.ticks(), faults);
        RtpHeader.write(head, format.payloadType(), false, sequence, timestamp, source);
        ByteBuf payload = unit.payload(0);
        transport.send(head, payload.writerIndex(payload.readerIndex() + unit.length(0) / 2));
        transport.flush();
    }

    /** A copy of its own, since others are sent the same buffer. */
    private static ByteBuf corrupt(ByteBuf payload, double share) {
        try {
            ByteBuf copy = payload.copy();
            for (int i = 0; i < copy.writerIndex(); i++) {
                if (happens(share)) {
                    int other = 1 + ThreadLocalRandom.current().nextInt(255);
                    copy.setByte(i, copy.getByte(i) ^ other);
                }
            }
            return copy;
        } finally {
            payload.release();
        }
    }

    private static boolean happens(double share) {
        return ThreadLocalRandom.current().nextDouble() < share;
    }

    /** Names the time of the next picture, so that what a receiver takes for zero is its time. */
    private void report(long now, long ticks, Faults faults) {
        Duration lie =
                faults.get(Fault.LieAboutClock.class)
                        .map(Fault.LieAboutClock::by)
                        .orElse(Duration.ZERO);
        ByteBuf report = ByteBufAllocator.DEFAULT.ioBuffer();
        new SenderReport(
                        source,
                        Instant.now().minusNanos(MediaTime.nanos(now - ticks)).plus(lie),
                        timestamp(ticks, faults),
                        packets,
                        octets,
                        name)
                .write(report);
        transport.report(report);
    }

    private long timestamp(long ticks, Faults faults) {
        long jump =
                faults.get(Fault.JumpTimestamps.class).map(fault -> ticks(fault.by())).orElse(0L);
        long time = (ticks + jump) * format.clock() / AccessUnit.RATE;
        if (offset == null) {
            offset =
                    faults.get(Fault.WrapTimestamps.class)
                            .map(wrap -> wrapping(time, wrap))
                            .orElse(offset());
        }
        return offset + time;
    }

    private static long offset() {
        return ThreadLocalRandom.current().nextInt();
    }

    private long wrapping(long time, Fault.WrapTimestamps wrap) {
        return -time - ticks(wrap.in()) * format.clock() / AccessUnit.RATE;
    }

    private static long ticks(Duration time) {
        return time.toNanos() / NANOS_PER_MICRO * 9 / 100;
    }
}

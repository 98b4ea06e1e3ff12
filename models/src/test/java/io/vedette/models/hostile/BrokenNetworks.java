package io.vedette.models.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.models.TinyModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ONNX files that are none, or no longer. */
final class BrokenNetworks {

    private static final int CUT = 7;
    private static final int MUTATIONS = 300;

    private final byte[] good = good();
    private final Random random;

    BrokenNetworks(Random random) {
        this.random = random;
    }

    List<HostilePackage> all() {
        List<HostilePackage> all = new ArrayList<>();
        all.add(HostilePackage.network("an empty network", new byte[0]));
        all.add(HostilePackage.network("one zero", new byte[1]));
        all.add(HostilePackage.network("text", "not a network".getBytes(UTF_8)));
        all.add(HostilePackage.network("a page", "<!DOCTYPE html><html>".getBytes(UTF_8)));
        all.add(HostilePackage.network("a zip", zip()));
        all.add(HostilePackage.network("a tail", Arrays.copyOf(good, good.length + 100)));
        for (int size : new int[] {1, 7, 64, 1000, 100_000}) {
            all.add(HostilePackage.network(size + " random bytes", random(size)));
        }
        for (int size = 1; size < good.length; size += CUT) {
            all.add(HostilePackage.network("cut to " + size, Arrays.copyOf(good, size)));
        }
        IntStream.range(0, MUTATIONS)
                .mapToObj(i -> HostilePackage.network("mutation " + i, mutated()))
                .forEach(all::add);
        return all;
    }

    private static byte[] good() {
        try (InputStream in = TinyModel.class.getResourceAsStream("/tiny-yolox-dynamic.onnx")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.onnx"));
            zip.write(good);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Some bits or bytes of the good network changed. */
    private byte[] mutated() {
        byte[] bytes = good.clone();
        for (int places = 1 + random.nextInt(3); places > 0; places--) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    (byte)
                            (random.nextBoolean()
                                    ? bytes[at] ^ 1 << random.nextInt(Byte.SIZE)
                                    : random.nextInt());
        }
        return bytes;
    }
}

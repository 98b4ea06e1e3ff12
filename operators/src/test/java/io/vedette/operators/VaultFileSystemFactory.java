package io.vedette.operators;

import java.io.IOException;
import java.net.URI;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.fs.local.LocalFileSystem;

/** A plugin of Flink: {@code vault:/folder} is a folder of this machine. */
public final class VaultFileSystemFactory implements FileSystemFactory {

    /** A file whose name has this in it makes the file system fail. */
    static final String BROKEN = "broken";

    @Override
    public String getScheme() {
        return "vault";
    }

    @Override
    public FileSystem create(URI uri) {
        return new LocalFileSystem() {
            @Override
            public FSDataInputStream open(Path path) throws IOException {
                if (path.getName().contains(BROKEN)) {
                    throw new IllegalStateException("no vault");
                }
                return super.open(new Path(path.getPath()));
            }
        };
    }
}

package io.vedette.operators;

import io.vedette.models.remote.HttpFiles;
import io.vedette.models.remote.RemoteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Files over HTTP, and those of every scheme that the Flink process has a file system for, such as
 * {@code s3:} with its plugin; that file system knows timeouts and credentials.
 */
public final class FlinkFiles implements RemoteFiles {

    private final HttpFiles http = new HttpFiles();

    @Override
    public InputStream open(URI file) throws IOException {
        if (HttpFiles.reads(file)) {
            return http.open(file);
        }
        try {
            return FileSystem.get(file).open(new Path(file));
        } catch (RuntimeException e) {
            throw new IOException(e.toString(), e); // file systems are plugins
        }
    }
}

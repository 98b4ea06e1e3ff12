package io.vedette.models.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Where the files of a remote model package are read. */
public interface RemoteFiles {

    /**
     * Opens a file; its caller closes it.
     *
     * @param file may hold credentials
     * @throws java.io.FileNotFoundException if there is no such file
     * @throws IOException if it cannot be opened; the message says why, without naming the file
     */
    InputStream open(URI file) throws IOException;
}

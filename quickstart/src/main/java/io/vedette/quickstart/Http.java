package io.vedette.quickstart;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a server of this computer. */
final class Http {

    private static final int PATIENCE_MILLIS = 2_000;

    private Http() {}

    /** Whether a page is there, that is, answers 200. */
    static boolean answers(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}

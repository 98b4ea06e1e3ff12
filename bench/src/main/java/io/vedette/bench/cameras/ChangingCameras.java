package io.vedette.bench.cameras;

import io.vedette.schema.Camera;
import io.vedette.sources.list.CameraList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The list of the one job of this process, which the bench changes as it likes. */
final class ChangingCameras implements CameraList {

    private static final long serialVersionUID = 1;
    private static final BlockingQueue<List<Camera>> LISTS = new LinkedBlockingQueue<>();

    static void become(List<Camera> cameras) {
        LISTS.add(cameras);
    }

    @Override
    public void follow(Listener listener) throws InterruptedException {
        while (true) {
            listener.changed(LISTS.take());
        }
    }
}

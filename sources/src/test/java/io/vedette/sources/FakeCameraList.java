package io.vedette.sources;

import io.vedette.schema.Camera;
import io.vedette.sources.list.CameraList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A list that changes when the test says so. */
final class FakeCameraList implements CameraList {

    private static final long serialVersionUID = 1;

    private final transient BlockingQueue<List<Camera>> lists = new LinkedBlockingQueue<>();
    private boolean whole;
    private transient volatile @Nullable Error defect;
    private transient volatile @Nullable Thread thread;

    void set(Camera... cameras) {
        lists.add(List.of(cameras));
    }

    void breaksDown(Error cause) {
        defect = cause;
        lists.add(List.of());
    }

    void setWhole() {
        whole = true;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    /** Whether somebody follows. */
    boolean followed() {
        Thread follower = thread;
        return follower != null && follower.isAlive();
    }

    @Override
    public void follow(Listener listener) throws InterruptedException {
        thread = Thread.currentThread();
        while (true) {
            List<Camera> next = lists.take();
            if (defect != null) {
                throw defect;
            }
            listener.changed(next);
        }
    }
}

package io.vedette.quickstart.scenes;

import io.vedette.schema.Box;

/**
 * One object that is in a picture.
 *
 * @param identity who it is; the same in every frame and for every camera of a junction
 * @param label its class
 * @param classId the class's place among {@link SceneCamera#labels()}
 * @param box around all of it that lies in the picture, also where something stands before it
 * @param visible the part of it in the picture that nothing covers, from 0 to 1
 * @param ignored whether it is too small or too hidden to count, for training and for scoring
 */
public record TrueObject(
        long identity, String label, int classId, Box box, double visible, boolean ignored) {}

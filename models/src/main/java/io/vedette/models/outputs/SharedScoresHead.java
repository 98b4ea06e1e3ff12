package io.vedette.models.outputs;

/**
 * A head with anchors that has one set of class scores for all anchors of a cell.
 *
 * @param boxes four numbers for every anchor
 * @param objectness one number for every anchor
 * @param classes a score for every class
 */
record SharedScoresHead(
        AnchorHead head, TablePlace boxes, TablePlace objectness, TablePlace classes) {}

package io.vedette.store;

/**
 * How a pool of connections is used at one moment.
 *
 * @param active connections at work
 * @param idle connections open and free
 * @param waiting threads that wait for a connection
 * @param limit how many connections may be open
 */
public record PoolUsage(int active, int idle, int waiting, int limit) {}

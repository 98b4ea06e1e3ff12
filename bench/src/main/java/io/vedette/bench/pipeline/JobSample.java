package io.vedette.bench.pipeline;

/**
 * One measurement of the whole job.
 *
 * @param sample of this process, in which the job runs
 * @param brokerCpuMillis processor time of the broker's process for a frame
 * @param check what became of every result since the job's start
 */
record JobSample(Sample sample, double brokerCpuMillis, ResultCheck check) {}

/** The whole system on one computer: the command line, the broker, the database and the job. */
@NullMarked
package io.vedette.quickstart;

import org.jspecify.annotations.NullMarked;

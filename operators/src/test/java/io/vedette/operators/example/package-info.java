/** The operator in a job that has nothing to do with video; the code of docs/operator.md. */
package io.vedette.operators.example;

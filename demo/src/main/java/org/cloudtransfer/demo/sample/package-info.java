/**
 * The sample cloud: a description of what an old cloud holds, row by row, and of what is to become
 * of each row in the new one. Made by rule, so that it is the same each time.
 *
 * <p>Both sides are filled from it, and the result is judged by it; it knows neither {@code
 * download} nor {@code upload}.
 */
package org.cloudtransfer.demo.sample;

/**
 * The judge: compares what the new cloud holds with what the description of the sample says it has
 * to hold, object by object, by looking into the simulator. It shares no code with {@code upload}.
 */
package org.cloudtransfer.demo.check;

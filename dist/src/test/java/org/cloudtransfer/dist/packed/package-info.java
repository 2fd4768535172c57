/** Tests of the distribution as it is packed; they run after it has been made. */
package org.cloudtransfer.dist.packed;

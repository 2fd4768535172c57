/** A second look after the run: does the target show what was written? */
package org.cloudtransfer.upload.verify;

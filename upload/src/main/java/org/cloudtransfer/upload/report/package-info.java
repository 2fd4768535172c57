/** What a run tells of itself when it ends. */
package org.cloudtransfer.upload.report;

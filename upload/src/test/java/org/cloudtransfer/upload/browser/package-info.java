/** A real browser, for looking at the report as a person does. */
package org.cloudtransfer.upload.browser;

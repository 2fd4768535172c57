/**
 * What only a plan looks at: things that a person should know before the night, beyond what becomes
 * of each row.
 */
package org.cloudtransfer.upload.survey;

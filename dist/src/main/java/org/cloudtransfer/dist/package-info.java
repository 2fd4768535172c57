/**
 * Makes what the distribution holds beside the programs: manual pages, completion, the documents
 * that are derived from the code, and the image with a Java of its own. Not part of what is
 * installed.
 */
package org.cloudtransfer.dist;

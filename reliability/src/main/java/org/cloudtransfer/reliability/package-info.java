/**
 * Kills the real {@code upload} process, at every boundary there is and at random moments, lets it
 * finish, and compares the cloud with that of a run that nobody disturbed. The cloud is the
 * simulator, which lives here and so survives.
 */
package org.cloudtransfer.reliability;

/**
 * The main job on embedded parts: an old cloud with a sample in it, a new cloud, the two programs
 * as processes of their own between them, and a judge.
 */
package org.cloudtransfer.demo;

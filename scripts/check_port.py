"""Say plainly that a port is taken, before the server would with a traceback."""

import socket
import sys


def main(port: int) -> None:
    """Stop with a message when nothing more can listen on `port` of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            sys.exit(
                f"Port {port} is taken by another program.\n"
                f"Stop that program, or choose another port: make serve PORT={port + 1}"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]))

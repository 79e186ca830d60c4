using System.Net;
using System.Net.Sockets;

namespace Renkei.EndToEnd.Tests.Setting;

/// <summary>Free ports of this machine.</summary>
internal static class Ports
{
    /// <summary>A port nobody listens on at this moment.</summary>
    public static int Free()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

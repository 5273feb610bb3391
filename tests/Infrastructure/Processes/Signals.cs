using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Ingestion.Tests.Infrastructure.Processes;

/// <summary>POSIX signals, of which .NET can only send SIGKILL.</summary>
internal static partial class Signals
{
    private const int Sigterm = 15;

    /// <summary>Sends SIGTERM.</summary>
    /// <exception cref="Win32Exception">There is no such process, or it belongs to someone else.</exception>
    public static void Terminate(int processId)
    {
        if (Kill(processId, Sigterm) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}

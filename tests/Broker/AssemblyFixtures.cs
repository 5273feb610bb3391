using Ingestion.Broker.Tests.Infrastructure;
using Ingestion.Tests.Infrastructure.Stores;
using Xunit.Sdk;
using Xunit.v3;

// One broker and one MongoDB for all classes; each class has its own virtual host and database on them.
[assembly: AssemblyFixture(typeof(BrokerServer))]
[assembly: AssemblyFixture(typeof(MongoServer))]

// Some tests restart the broker, under which others must not run.
[assembly: Parallelization(Mode = ParallelMode.None)]
